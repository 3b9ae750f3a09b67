# Reads one profile out of ../../sizes.json, which the launcher reads too.
terraform {
  required_version = "~> 1.11"
}

locals {
  profiles = jsondecode(file("${path.module}/../../sizes.json")).profiles
  profile  = local.profiles[var.size]
  topics   = yamldecode(file("${path.module}/../../../contracts/src/main/resources/topics.yaml")).topics
}
