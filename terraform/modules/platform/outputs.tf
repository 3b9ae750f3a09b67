output "cluster" {
  description = "The EKS cluster: name, endpoint and its authority's certificate."
  value = {
    name                  = module.cluster.name
    endpoint              = module.cluster.endpoint
    certificate_authority = module.cluster.certificate_authority
  }
}

output "values" {
  description = "What gitops/environments/<environment>/platform.yaml says of each environment."
  value = { for name, shop in module.shop : name => merge(shop.values, {
    databaseCidrs = module.network.data_cidrs
    kafkaCidrs    = module.network.data_cidrs
    host          = var.shops[name].host
  }) }
}

output "services" {
  description = "Replicas of each service in each environment, by its profile."
  value       = { for name, shop in module.shop : name => shop.services }
}

output "topics" {
  description = "The topics, which terraform/topics makes."
  value       = values(module.shop)[0].topics
}

output "secrets_given_by_hand" {
  description = "Names of the secrets that a person must fill."
  value       = flatten([for shop in module.shop : shop.secrets_given_by_hand])
}

output "certificate_arn" {
  description = "ARN of the certificate for what terminates TLS before the cluster."
  value       = module.domain.certificate_arn
}

output "log_bucket" {
  description = "Name of Loki's bucket."
  value       = module.logs.name
}

output "roles" {
  description = "ARN of the role of each service account that calls AWS."
  value       = module.identities.roles
}
