# The subnets, and what is refused.
mock_provider "aws" {}

variables {
  name             = "allinone-dev"
  cidr             = "10.10.0.0/16"
  region           = "eu-central-1"
  zones            = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  gateway_per_zone = true
}

run "subnets_of_three_zones_do_not_overlap" {
  command = plan
  assert {
    condition     = output.data_cidrs == ["10.10.48.0/22", "10.10.52.0/22", "10.10.56.0/22"]
    error_message = "PostgreSQL and Kafka are elsewhere than gitops/environments says."
  }
  assert {
    condition     = [for subnet in aws_subnet.nodes : subnet.cidr_block] == ["10.10.0.0/20", "10.10.16.0/20", "10.10.32.0/20"]
    error_message = "The nodes' subnets have moved: EKS cannot follow."
  }
  assert {
    condition     = length(aws_nat_gateway.this) == 3
    error_message = "Each zone must have its own way out."
  }
}

run "one_gateway_serves_all_zones_where_that_is_enough" {
  command = plan
  variables {
    gateway_per_zone = false
  }
  assert {
    condition     = length(aws_nat_gateway.this) == 1 && length(aws_route.nodes) == 3
    error_message = "One gateway must serve three zones."
  }
}

run "refuses_a_range_that_is_no_16" {
  command = plan
  variables {
    cidr = "10.10.0.0/24"
  }
  expect_failures = [var.cidr]
}

run "refuses_a_range_that_is_none" {
  command = plan
  variables {
    cidr = "ten.ten/16"
  }
  expect_failures = [var.cidr]
}

run "refuses_a_public_range" {
  command = plan
  variables {
    cidr = "8.8.0.0/16"
  }
  expect_failures = [var.cidr]
}

run "refuses_two_zones" {
  command = plan
  variables {
    zones = ["eu-central-1a", "eu-central-1b"]
  }
  expect_failures = [var.zones]
}

run "refuses_zones_of_another_region" {
  command = plan
  variables {
    zones = ["eu-central-1a", "eu-central-1b", "eu-west-1c"]
  }
  expect_failures = [var.zones]
}

run "refuses_a_name_with_capitals" {
  command = plan
  variables {
    name = "Allinone_Dev"
  }
  expect_failures = [var.name]
}
