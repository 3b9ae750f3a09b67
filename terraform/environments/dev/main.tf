# The cluster dev. What it consists of is in ../../modules/platform; here stands only in what it differs.
terraform {
  required_version = "~> 1.11"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.25"
    }
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.1"
    }
  }
  # The rest is in backend.hcl, which bootstrap's output says; see ../../README.md.
  backend "s3" {
    key = "environments/dev.tfstate"
  }
}

provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account]
  default_tags {
    tags = { Platform = "allinone", Environment = "dev", ManagedBy = "terraform" }
  }
}

# A token is asked for whenever it is needed, so that none is in the state.
provider "helm" {
  kubernetes = {
    host                   = module.platform.cluster.endpoint
    cluster_ca_certificate = base64decode(module.platform.cluster.certificate_authority)
    exec = {
      api_version = "client.authentication.k8s.io/v1"
      command     = "aws"
      args        = ["eks", "get-token", "--region", var.region, "--cluster-name", module.platform.cluster.name]
    }
  }
}

module "platform" {
  source             = "../../modules/platform"
  name               = "dev"
  account            = var.account
  region             = var.region
  cidr               = "10.10.0.0/16"
  gateway_per_zone   = false
  kubernetes_version = "1.34"
  operator_cidrs     = var.operator_cidrs
  admins             = var.admins
  viewers            = var.viewers
  zone               = var.zone
  doors              = var.doors
  monthly_dollars    = var.monthly_dollars
  alarm_emails       = var.alarm_emails
  disposable         = true
  shops = {
    dev     = { size = "S", host = "dev.${var.zone}", backup_days = 7 }
    staging = { size = "S", host = "staging.${var.zone}", backup_days = 7 }
  }
}

module "gitops" {
  source     = "../../modules/gitops"
  cluster    = "dev"
  depends_on = [module.platform]
}
