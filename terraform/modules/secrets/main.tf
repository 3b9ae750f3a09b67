# Every secret of one environment. Terraform makes them empty and never sees what is in them; rotation.py fills and rotates.
locals {
  owners = setunion(var.services, ["keycloak"])
  logins = { for pair in setproduct(var.services, ["a", "b"]) : "${pair[0]}_${pair[1]}" => pair[0] }
  # Null is generated.
  generated = {
    "edge/login"        = { client-secret = null }
    "identity/keycloak" = { client-secret = null }
    "keycloak/admin"    = { client-id = "platform", client-secret = null }
    "platform/grafana"  = { username = "admin", password = null }
  }
  # Those of which the old one stays valid until what runs has taken the new one.
  rotated = setunion(
    [for owner in local.owners : "${owner}/database"],
    [for service in var.services : "${service}/kafka"],
    ["platform/grafana"],
  )
  # Keycloak knows one secret of a client, and has to be told the next: list 6 of docs/operations.md. None is rotated unasked.
  filled = setunion(local.rotated, keys(local.generated))
  # What a person gets from somebody else, and puts in by hand.
  given        = toset(["payment/provider", "platform/oncall", "platform/tickets"])
  kafka_prefix = "AmazonMSK_${replace(var.prefix, "/", "_")}_"
  code         = "${path.module}/rotation.py"
}

resource "aws_secretsmanager_secret" "this" {
  # checkov:skip=CKV2_AWS_57:What others give is changed at theirs, and Keycloak's there, first; all else has a rotation.
  for_each                = setunion(local.filled, local.given)
  name                    = "${var.prefix}/${each.key}"
  kms_key_id              = var.key_arn
  recovery_window_in_days = var.disposable ? 0 : 30
}

# MSK takes logins from secrets of such names only.
resource "aws_secretsmanager_secret" "kafka" {
  # checkov:skip=CKV2_AWS_57:They are written by the rotation of the service's own secret.
  for_each                = local.logins
  name                    = "${local.kafka_prefix}${each.key}"
  description             = "A login of ${each.value} to Kafka, as MSK reads it"
  kms_key_id              = var.key_arn
  recovery_window_in_days = var.disposable ? 0 : 30
}

data "aws_iam_policy_document" "kafka" {
  for_each = aws_secretsmanager_secret.kafka
  statement {
    sid       = "AWSKafkaResourcePolicy"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [each.value.arn]
    principals {
      type        = "Service"
      identifiers = ["kafka.amazonaws.com"]
    }
  }
}

resource "aws_secretsmanager_secret_policy" "kafka" {
  for_each   = aws_secretsmanager_secret.kafka
  secret_arn = each.value.arn
  policy     = data.aws_iam_policy_document.kafka[each.key].json
}

data "archive_file" "rotation" {
  type                    = "zip"
  source_content          = file(local.code)
  source_content_filename = "rotation.py"
  output_path             = "${path.root}/.terraform/${var.name}-rotation.zip"
}

resource "aws_cloudwatch_log_group" "rotation" {
  name              = "/aws/lambda/${var.name}-rotation"
  retention_in_days = 365
  kms_key_id        = var.key_arn
}

resource "aws_lambda_function" "rotation" {
  # checkov:skip=CKV_AWS_117:It speaks to AWS' own services only, the database included, which it asks through the Data API.
  # checkov:skip=CKV_AWS_116:Secrets Manager tries a rotation again; nothing is lost that a queue would have to keep.
  # checkov:skip=CKV_AWS_272:The code is in this repository; who may change it there could sign it as well.
  # checkov:skip=CKV_AWS_115:The account's limit is enough: rotations come one after the other.
  # checkov:skip=CKV_AWS_50:A rotation is looked at in its log.
  function_name    = "${var.name}-rotation"
  description      = "Fills and rotates the secrets of ${var.prefix}"
  role             = aws_iam_role.rotation.arn
  runtime          = "python3.13"
  handler          = "rotation.handler"
  filename         = data.archive_file.rotation.output_path
  source_code_hash = base64sha256(file(local.code))
  timeout          = 300
  memory_size      = 256
  kms_key_arn      = var.key_arn
  environment {
    variables = {
      PREFIX            = var.prefix
      KAFKA_PREFIX      = local.kafka_prefix
      DATABASE_ARN      = var.database_arn
      MASTER_SECRET_ARN = var.master_secret_arn
      SECRETS           = jsonencode(sort(local.filled))
      GENERATED         = jsonencode(local.generated)
    }
  }
  depends_on = [aws_cloudwatch_log_group.rotation, aws_iam_role_policy.rotation]
}

resource "aws_lambda_permission" "rotation" {
  function_name  = aws_lambda_function.rotation.function_name
  action         = "lambda:InvokeFunction"
  principal      = "secretsmanager.amazonaws.com"
  source_account = var.account
}

# Databases, roles and first values; it answers with two numbers. A new name is filled by the next apply.
resource "aws_lambda_invocation" "fill" {
  function_name = aws_lambda_function.rotation.function_name
  input         = jsonencode({ fill = true })
  triggers      = { secrets = jsonencode(sort(local.filled)) }
  depends_on    = [aws_secretsmanager_secret.this, aws_secretsmanager_secret.kafka]
}

resource "aws_secretsmanager_secret_rotation" "this" {
  for_each            = local.rotated
  secret_id           = aws_secretsmanager_secret.this[each.key].id
  rotation_lambda_arn = aws_lambda_function.rotation.arn
  rotate_immediately  = false
  rotation_rules {
    automatically_after_days = var.rotation_days
  }
  depends_on = [aws_lambda_permission.rotation, aws_lambda_invocation.fill]
}

resource "aws_msk_scram_secret_association" "this" {
  cluster_arn     = var.kafka_arn
  secret_arn_list = [for login in keys(local.logins) : aws_secretsmanager_secret.kafka[login].arn]
  depends_on      = [aws_lambda_invocation.fill, aws_secretsmanager_secret_policy.kafka]
}
