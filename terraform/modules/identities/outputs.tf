output "roles" {
  description = "ARN of the role of each service account that calls AWS."
  value       = { for name, role in aws_iam_role.this : name => role.arn }
}
