# What protects data, and what is refused.
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

variables {
  name                  = "shop-prod"
  profile               = { instanceClass = "db.serverless", instances = 2, acuMin = 2, acuMax = 32, maxConnections = 1000 }
  vpc_id                = "vpc-0"
  subnets               = ["subnet-a", "subnet-b", "subnet-c"]
  client_security_group = "sg-0"
  key_arn               = "arn:aws:kms:eu-central-1:123456789012:key/0"
  backup_days           = 35
  disposable            = false
}

run "prod_cannot_be_deleted_and_goes_back_to_every_second" {
  command = plan
  assert {
    condition     = aws_rds_cluster.this.deletion_protection && !aws_rds_cluster.this.skip_final_snapshot
    error_message = "prod must be protected from deletion."
  }
  assert {
    condition     = aws_rds_cluster.this.backup_retention_period == 35 && aws_rds_cluster.this.storage_encrypted
    error_message = "Backups reach back 35 days and are encrypted."
  }
  assert {
    condition     = length(aws_rds_cluster_instance.this) == 2
    error_message = "An instance must stand by for the writer."
  }
  assert {
    condition     = [for parameter in aws_rds_cluster_parameter_group.this.parameter : parameter.value if parameter.name == "rds.force_ssl"] == ["1"]
    error_message = "Connections without TLS must be refused."
  }
}

run "a_fixed_class_has_no_capacity_units" {
  command = plan
  variables {
    profile = { instanceClass = "db.r8g.4xlarge", instances = 3, maxConnections = 2000 }
  }
  assert {
    condition     = length(aws_rds_cluster.this.serverlessv2_scaling_configuration) == 0
    error_message = "Capacity units are for db.serverless only."
  }
}

run "refuses_units_upside_down" {
  command = plan
  variables {
    profile = { instanceClass = "db.serverless", instances = 1, acuMin = 8, acuMax = 2, maxConnections = 400 }
  }
  expect_failures = [var.profile]
}

run "refuses_backups_of_a_day" {
  command = plan
  variables {
    backup_days = 1
  }
  expect_failures = [var.backup_days]
}

run "refuses_a_postgresql_without_transaction_timeout" {
  command = plan
  variables {
    engine_version = "16.4"
  }
  expect_failures = [var.engine_version]
}

run "refuses_a_name_with_capitals" {
  command = plan
  variables {
    name = "Shop"
  }
  expect_failures = [var.name]
}
