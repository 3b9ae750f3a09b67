# One cluster with the shops that run in it. Nothing of Kubernetes is here; ../gitops installs what the cluster begins with.
locals {
  name = "allinone-${var.name}"
}

data "aws_iam_policy_document" "key" {
  # checkov:skip=CKV_AWS_109:In a key's policy the resource is the key itself, and the account keeps the right to it.
  # checkov:skip=CKV_AWS_111:In a key's policy the resource is the key itself.
  # checkov:skip=CKV_AWS_356:In a key's policy the resource is the key itself.
  statement {
    sid       = "Account"
    actions   = ["kms:*"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::${var.account}:root"]
    }
  }
  statement {
    sid       = "Logs"
    actions   = ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"]
    resources = ["*"]
    principals {
      type        = "Service"
      identifiers = ["logs.${var.region}.amazonaws.com"]
    }
    condition {
      test     = "ArnLike"
      variable = "kms:EncryptionContext:aws:logs:arn"
      values   = ["arn:aws:logs:${var.region}:${var.account}:log-group:*"]
    }
  }
}

resource "aws_kms_key" "this" {
  description             = "Everything that ${local.name} keeps"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "this" {
  name          = "alias/${local.name}"
  target_key_id = aws_kms_key.this.key_id
}

# Volumes that the cluster makes, Jaeger's and Prometheus' among them, are encrypted whatever their class says.
resource "aws_ebs_encryption_by_default" "this" {
  enabled = true
}

module "network" {
  source           = "../network"
  name             = local.name
  cidr             = var.cidr
  region           = var.region
  zones            = [for letter in ["a", "b", "c"] : "${var.region}${letter}"]
  gateway_per_zone = var.gateway_per_zone
}

module "cluster" {
  source              = "../cluster"
  name                = local.name
  kubernetes_version  = var.kubernetes_version
  subnets             = module.network.node_subnets
  key_arn             = aws_kms_key.this.arn
  operator_cidrs      = var.operator_cidrs
  admins              = var.admins
  viewers             = var.viewers
  deletion_protection = !var.disposable
}

module "shop" {
  source                = "../shop"
  for_each              = var.shops
  name                  = each.key
  size                  = each.value.size
  account               = var.account
  vpc_id                = module.network.vpc_id
  subnets               = module.network.data_subnets
  client_security_group = module.cluster.security_group
  key_arn               = aws_kms_key.this.arn
  backup_days           = each.value.backup_days
  disposable            = var.disposable
}

module "logs" {
  source            = "../bucket"
  name              = "${local.name}-loki"
  key_arn           = aws_kms_key.this.arn
  old_versions_days = 7
  disposable        = var.disposable
}

module "domain" {
  source = "../domain"
  zone   = var.zone
  hosts  = [for shop in values(var.shops) : shop.host]
  doors  = var.doors
}

module "identities" {
  source         = "../identities"
  name           = local.name
  account        = var.account
  cluster        = module.cluster.name
  secret_arns    = [for shop in keys(var.shops) : "arn:aws:secretsmanager:${var.region}:${var.account}:secret:allinone/${shop}/*"]
  zone_arn       = module.domain.zone_arn
  log_bucket_arn = module.logs.arn
  key_arn        = aws_kms_key.this.arn
}

module "budget" {
  source          = "../budget"
  name            = var.name
  monthly_dollars = var.monthly_dollars
  emails          = var.alarm_emails
}
