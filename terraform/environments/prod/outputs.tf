output "values" {
  description = "What gitops/environments/<environment>/platform.yaml says of each environment."
  value       = module.platform.values
}

output "services" {
  description = "Replicas of each service in each environment, by its profile."
  value       = module.platform.services
}

output "topics" {
  description = "The topics, which terraform/topics makes."
  value       = module.platform.topics
}

output "secrets_given_by_hand" {
  description = "Names of the secrets that a person must fill."
  value       = module.platform.secrets_given_by_hand
}

output "cluster" {
  description = "Name of the EKS cluster, for `aws eks update-kubeconfig`."
  value       = module.platform.cluster.name
}
