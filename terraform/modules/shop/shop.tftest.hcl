# What one environment has, and what is refused.
mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_resource "aws_rds_cluster" {
    defaults = {
      master_user_secret = [{ kms_key_id = "key", secret_arn = "arn:master", secret_status = "active" }]
    }
  }
}

mock_provider "archive" {}

variables {
  name                  = "prod"
  size                  = "M"
  account               = "123456789012"
  vpc_id                = "vpc-0"
  subnets               = ["subnet-a", "subnet-b", "subnet-c"]
  client_security_group = "sg-0"
  key_arn               = "arn:aws:kms:eu-central-1:123456789012:key/0"
  backup_days           = 35
  disposable            = false
}

run "prod_is_made" {
  assert {
    condition     = output.secrets_given_by_hand == ["allinone/prod/payment/provider", "allinone/prod/platform/oncall", "allinone/prod/platform/tickets"]
    error_message = "A person is told to fill other secrets."
  }
  assert {
    condition     = output.topics["order.events"].partitions == 6
    error_message = "The topics are not those of the contracts."
  }
}

run "refuses_prod_that_is_disposable" {
  command = plan
  variables {
    disposable = true
  }
  expect_failures = [var.disposable]
}

run "refuses_an_environment_that_gitops_does_not_know" {
  command = plan
  variables {
    name = "qa"
  }
  expect_failures = [var.name]
}
