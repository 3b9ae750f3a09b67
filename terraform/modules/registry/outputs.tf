output "arns" {
  description = "ARN of each service's repository."
  value       = { for name, repository in aws_ecr_repository.service : name => repository.arn }
}

output "urls" {
  description = "Where each service's images are."
  value       = { for name, repository in aws_ecr_repository.service : name => repository.repository_url }
}
