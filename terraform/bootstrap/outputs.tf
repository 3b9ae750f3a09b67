output "backend" {
  description = "What backend.hcl says, for this root and for the environments."
  value       = <<-EOT
    bucket       = "${module.state.name}"
    region       = "${var.region}"
    encrypt      = true
    kms_key_id   = "${aws_kms_key.account.arn}"
    use_lockfile = true
  EOT
}

output "name_servers" {
  description = "Name servers that the parent zone must be told."
  value       = aws_route53_zone.this.name_servers
}

output "pipeline_role" {
  description = "ARN of the role that pipelines take by their OIDC token."
  value       = aws_iam_role.pipeline.arn
}

output "registries" {
  description = "Where each service's images are."
  value       = module.registry.urls
}
