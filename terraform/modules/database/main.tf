# Aurora PostgreSQL. Databases and roles in it are made by ../secrets, through the Data API: Terraform never connects.
resource "aws_db_subnet_group" "this" {
  name       = var.name
  subnet_ids = var.subnets
}

resource "aws_security_group" "this" {
  name        = "${var.name}-database"
  description = "PostgreSQL, for the cluster's pods"
  vpc_id      = var.vpc_id
}

resource "aws_vpc_security_group_ingress_rule" "pods" {
  security_group_id            = aws_security_group.this.id
  description                  = "Pods and nodes"
  referenced_security_group_id = var.client_security_group
  ip_protocol                  = "tcp"
  from_port                    = 5432
  to_port                      = 5432
}

resource "aws_rds_cluster_parameter_group" "this" {
  name        = "${var.name}-17"
  family      = "aurora-postgresql17"
  description = "What all roles share; timeouts are each role's own"

  dynamic "parameter" {
    for_each = {
      "rds.force_ssl"                       = { value = "1", when = "immediate" }
      "password_encryption"                 = { value = "scram-sha-256", when = "immediate" }
      "log_min_duration_statement"          = { value = "1000", when = "immediate" }
      "log_lock_waits"                      = { value = "1", when = "immediate" }
      "idle_in_transaction_session_timeout" = { value = "60000", when = "immediate" }
      "max_connections"                     = { value = tostring(var.profile.maxConnections), when = "pending-reboot" }
    }
    content {
      name         = parameter.key
      value        = parameter.value.value
      apply_method = parameter.value.when
    }
  }
}

# Aurora would make it by itself, for ever and outside the state.
resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/rds/cluster/${var.name}/postgresql"
  retention_in_days = 365
  kms_key_id        = var.key_arn
}

resource "aws_rds_cluster" "this" {
  # checkov:skip=CKV_AWS_162:Services log in by SCRAM; a token of IAM lives for minutes, and pools would break.
  # checkov:skip=CKV_AWS_139:Protection is on unless an environment is told to be disposable.
  # checkov:skip=CKV2_AWS_8:Aurora's own backups reach back to every second of their retention; AWS Backup would keep copies of those.
  # checkov:skip=CKV2_AWS_27:Statements may hold what people have said; only slow ones are logged.
  cluster_identifier              = var.name
  engine                          = "aurora-postgresql"
  engine_version                  = var.engine_version
  database_name                   = "postgres"
  master_username                 = "master"
  manage_master_user_password     = true
  master_user_secret_kms_key_id   = var.key_arn
  storage_encrypted               = true
  kms_key_id                      = var.key_arn
  db_subnet_group_name            = aws_db_subnet_group.this.name
  vpc_security_group_ids          = [aws_security_group.this.id]
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.this.name
  enable_http_endpoint            = true
  enabled_cloudwatch_logs_exports = ["postgresql"]
  copy_tags_to_snapshot           = true
  allow_major_version_upgrade     = false

  # Every second of so many days can be restored.
  backup_retention_period      = var.backup_days
  preferred_backup_window      = "01:00-01:45"
  preferred_maintenance_window = "tue:02:00-tue:03:00"
  deletion_protection          = !var.disposable
  skip_final_snapshot          = var.disposable
  final_snapshot_identifier    = var.disposable ? null : "${var.name}-final"

  dynamic "serverlessv2_scaling_configuration" {
    for_each = var.profile.instanceClass == "db.serverless" ? [var.profile] : []
    content {
      min_capacity = serverlessv2_scaling_configuration.value.acuMin
      max_capacity = serverlessv2_scaling_configuration.value.acuMax
    }
  }
  depends_on = [aws_cloudwatch_log_group.this]
}

data "aws_iam_policy_document" "monitoring_trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["monitoring.rds.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "monitoring" {
  name               = "${var.name}-database-monitoring"
  assume_role_policy = data.aws_iam_policy_document.monitoring_trust.json
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

resource "aws_rds_cluster_instance" "this" {
  count                           = var.profile.instances
  identifier                      = "${var.name}-${count.index + 1}"
  cluster_identifier              = aws_rds_cluster.this.id
  engine                          = aws_rds_cluster.this.engine
  instance_class                  = var.profile.instanceClass
  promotion_tier                  = count.index
  auto_minor_version_upgrade      = true
  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.key_arn
  monitoring_interval             = 60
  monitoring_role_arn             = aws_iam_role.monitoring.arn
}
