# What the account has once, whatever runs in it: the state's bucket and its key, the images, the zone, and the role by
# which pipelines push images. Its own state moves into the bucket after the first apply; see ../README.md.
provider "aws" {
  region              = var.region
  allowed_account_ids = [var.account]
  default_tags {
    tags = { Platform = "allinone", Environment = "account", ManagedBy = "terraform" }
  }
}

locals {
  services = toset(keys(jsondecode(file("${path.module}/../sizes.json")).profiles.S.services))
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
}

resource "aws_kms_key" "account" {
  description             = "Terraform's state and the images"
  enable_key_rotation     = true
  deletion_window_in_days = 30
  policy                  = data.aws_iam_policy_document.key.json
}

resource "aws_kms_alias" "account" {
  name          = "alias/allinone-account"
  target_key_id = aws_kms_key.account.key_id
}

module "state" {
  source            = "../modules/bucket"
  name              = "allinone-${var.account}-state"
  key_arn           = aws_kms_key.account.arn
  old_versions_days = 365
}

module "registry" {
  source   = "../modules/registry"
  services = local.services
  key_arn  = aws_kms_key.account.arn
}

resource "aws_route53_zone" "this" {
  # checkov:skip=CKV2_AWS_39:Nobody reads a log of questions; it would cost more than the zone.
  # checkov:skip=CKV2_AWS_38:DNSSEC needs the registrar's hand, and a mistake takes the shop off the net for days.
  name = var.domain
}

# An account has one provider for GitHub's tokens.
resource "aws_iam_openid_connect_provider" "github" {
  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]
}

data "aws_iam_policy_document" "pipeline_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.github.arn]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:${var.repository}:ref:refs/heads/main"]
    }
  }
}

resource "aws_iam_role" "pipeline" {
  name                 = "allinone-pipeline"
  description          = "Pushes images that were built from main."
  max_session_duration = 3600
  assume_role_policy   = data.aws_iam_policy_document.pipeline_trust.json
}

data "aws_iam_policy_document" "pipeline" {
  # checkov:skip=CKV_AWS_356:A token for the registry cannot be asked for one repository.
  statement {
    sid       = "Token"
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }
  statement {
    sid = "Push"
    actions = [
      "ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:CompleteLayerUpload", "ecr:DescribeImages",
      "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart",
    ]
    resources = values(module.registry.arns)
  }
}

resource "aws_iam_role_policy" "pipeline" {
  name   = "push-images"
  role   = aws_iam_role.pipeline.id
  policy = data.aws_iam_policy_document.pipeline.json
}
