# A whole cluster with its shops, as it would be planned and applied, and what is refused.
mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_resource "aws_eks_cluster" {
    defaults = {
      certificate_authority = [{ data = "Y2VydGlmaWNhdGU=" }]
      endpoint              = "https://cluster.invalid"
    }
  }
  mock_resource "aws_rds_cluster" {
    defaults = {
      endpoint           = "shop.invalid"
      master_user_secret = [{ kms_key_id = "key", secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:master", secret_status = "active" }]
    }
  }
  mock_resource "aws_acm_certificate" {
    defaults = {
      domain_validation_options = [{
        domain_name           = "shop.example.com"
        resource_record_name  = "_proof.shop.example.com"
        resource_record_type  = "CNAME"
        resource_record_value = "_proof.acm.invalid"
      }]
    }
  }
}

mock_provider "archive" {}

variables {
  name               = "prod"
  account            = "123456789012"
  region             = "eu-central-1"
  cidr               = "10.20.0.0/16"
  gateway_per_zone   = true
  kubernetes_version = "1.34"
  operator_cidrs     = ["203.0.113.0/24"]
  admins             = ["arn:aws:iam::123456789012:role/platform"]
  zone               = "shop.example.com"
  doors              = {}
  monthly_dollars    = 3000
  alarm_emails       = ["platform@example.com"]
  disposable         = false
  shops              = { prod = { size = "M", host = "shop.example.com", backup_days = 35 } }
}

run "prod_is_made" {
  assert {
    condition     = output.values.prod.secretPrefix == "allinone/prod" && output.values.prod.databaseHost == "shop.invalid"
    error_message = "The values for gitops are not this environment's."
  }
  assert {
    condition     = output.values.prod.databaseCidrs == ["10.20.48.0/22", "10.20.52.0/22", "10.20.56.0/22"]
    error_message = "The network policies would look for PostgreSQL elsewhere."
  }
  assert {
    condition     = output.log_bucket == "allinone-prod-loki"
    error_message = "Loki looks for another bucket."
  }
  assert {
    condition     = output.secrets_given_by_hand == ["allinone/prod/payment/provider", "allinone/prod/platform/oncall", "allinone/prod/platform/tickets"]
    error_message = "A person is told to fill other secrets."
  }
  assert {
    condition     = toset(keys(output.roles)) == toset(["cert-manager", "external-secrets", "loki"])
    error_message = "Other service accounts than these call AWS."
  }
}

run "the_same_again_changes_nothing" {
  command = plan
  assert {
    condition     = output.cluster == run.prod_is_made.cluster && output.values == run.prod_is_made.values
    error_message = "A second plan would change what the first apply made."
  }
}

run "refuses_an_environment_that_is_none" {
  command = plan
  variables {
    name = "production"
  }
  expect_failures = [var.name]
}

run "refuses_a_short_account" {
  command = plan
  variables {
    account = "1234"
  }
  expect_failures = [var.account]
}

run "refuses_a_cluster_without_a_shop" {
  command = plan
  variables {
    shops = {}
  }
  expect_failures = [var.shops]
}
