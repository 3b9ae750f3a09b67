output "zone_arn" {
  description = "ARN of the zone."
  value       = data.aws_route53_zone.this.arn
}

output "certificate_arn" {
  description = "ARN of the certificate."
  value       = aws_acm_certificate.this.arn
}
