output "values" {
  description = "What gitops/environments/<name>/platform.yaml says of this environment."
  value = {
    databaseHost          = module.database.host
    kafkaBootstrapServers = module.messaging.bootstrap_servers
    secretPrefix          = "allinone/${var.name}"
  }
}

output "services" {
  description = "Replicas of each service by the profile: fewest, and most."
  value       = module.size.profile.services
}

output "topics" {
  description = "The topics, which terraform/topics makes."
  value       = module.size.topics
}

output "secrets_given_by_hand" {
  description = "Names of the secrets that a person must fill."
  value       = module.secrets.given_by_hand
}
