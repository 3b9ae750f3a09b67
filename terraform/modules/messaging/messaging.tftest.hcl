# How services log in, and what is refused.
mock_provider "aws" {}

variables {
  name                  = "shop-prod"
  profile               = { instanceType = "express.m7g.large", brokers = 3 }
  vpc_id                = "vpc-0"
  subnets               = ["subnet-a", "subnet-b", "subnet-c"]
  client_security_group = "sg-0"
  key_arn               = "arn:aws:kms:eu-central-1:123456789012:key/0"
}

run "services_log_in_by_scram_over_tls" {
  command = plan
  assert {
    condition     = aws_msk_cluster.this.client_authentication[0].sasl[0].scram && !aws_msk_cluster.this.client_authentication[0].unauthenticated
    error_message = "Nobody reaches Kafka without a login by SCRAM."
  }
  assert {
    condition     = aws_msk_cluster.this.encryption_info[0].encryption_in_transit[0].client_broker == "TLS"
    error_message = "Kafka must be reached by TLS only."
  }
}

run "refuses_two_brokers" {
  command = plan
  variables {
    profile = { instanceType = "express.m7g.large", brokers = 2 }
  }
  expect_failures = [var.profile]
}

run "refuses_brokers_that_are_not_express" {
  command = plan
  variables {
    profile = { instanceType = "kafka.m7g.large", brokers = 3 }
  }
  expect_failures = [var.profile]
}
