# MSK with Express brokers, to which services log in by SCRAM: IAM's and OAuth's clients break native executables.
resource "aws_security_group" "this" {
  name        = "${var.name}-kafka"
  description = "Kafka, for the cluster's pods"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "pods" {
  security_group_id            = aws_security_group.this.id
  description                  = "Pods and nodes, by SCRAM over TLS"
  referenced_security_group_id = var.client_security_group
  ip_protocol                  = "tcp"
  from_port                    = 9096
  to_port                      = 9096
}

# Express has three copies of everything and answers when two have it; that cannot be set, and cannot be set wrong.
resource "aws_msk_configuration" "this" {
  name              = var.name
  kafka_versions    = [var.kafka_version]
  server_properties = <<-EOT
    auto.create.topics.enable=false
    message.max.bytes=1048576
  EOT
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/allinone/${var.name}/kafka"
  retention_in_days = 365
  kms_key_id        = var.key_arn
}

resource "aws_msk_cluster" "this" {
  cluster_name           = var.name
  kafka_version          = var.kafka_version
  number_of_broker_nodes = var.profile.brokers

  broker_node_group_info {
    instance_type   = var.profile.instanceType
    client_subnets  = var.subnets
    security_groups = [aws_security_group.this.id]
  }
  client_authentication {
    unauthenticated = false
    sasl {
      scram = true
      iam   = false
    }
  }
  configuration_info {
    arn      = aws_msk_configuration.this.arn
    revision = aws_msk_configuration.this.latest_revision
  }
  encryption_info {
    encryption_at_rest_kms_key_arn = var.key_arn
    encryption_in_transit {
      client_broker = "TLS"
      in_cluster    = true
    }
  }
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = aws_cloudwatch_log_group.this.name
      }
    }
  }
}
