# What is filled, what is rotated, and what is refused.
mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
}

mock_provider "archive" {}

variables {
  name              = "shop-prod"
  prefix            = "allinone/prod"
  account           = "123456789012"
  services          = ["order", "identity"]
  database_arn      = "arn:aws:rds:eu-central-1:123456789012:cluster:shop-prod"
  master_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:master"
  kafka_arn         = "arn:aws:kafka:eu-central-1:123456789012:cluster/shop-prod/0"
  key_arn           = "arn:aws:kms:eu-central-1:123456789012:key/0"
  disposable        = false
}

run "rotates_what_has_two_logins_and_nothing_that_keycloak_has_to_be_told" {
  command = plan
  assert {
    condition = toset(keys(aws_secretsmanager_secret_rotation.this)) == toset([
      "identity/database", "identity/kafka", "keycloak/database", "order/database", "order/kafka", "platform/grafana",
    ])
    error_message = "Other secrets are rotated than those of which the old one stays valid."
  }
  assert {
    condition     = contains(jsondecode(aws_lambda_function.rotation.environment[0].variables.SECRETS), "identity/keycloak")
    error_message = "What is not rotated must be filled all the same."
  }
  assert {
    condition     = !contains(jsondecode(aws_lambda_function.rotation.environment[0].variables.SECRETS), "payment/provider")
    error_message = "What a person gives must not be made up."
  }
}

run "refuses_a_prefix_of_one_part" {
  command = plan
  variables {
    prefix = "prod"
  }
  expect_failures = [var.prefix]
}

run "refuses_a_service_that_cannot_name_a_database" {
  command = plan
  variables {
    services = ["order-service"]
  }
  expect_failures = [var.services]
}

run "refuses_a_rotation_every_day" {
  command = plan
  variables {
    rotation_days = 1
  }
  expect_failures = [var.rotation_days]
}
