# What calls AWS out of the cluster, by the service account that its chart gives it. Services call nothing of AWS, so they
# have no role; .ci/terraform looks that the charts say so too.
locals {
  statements = {
    external-secrets = [
      { actions = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], resources = var.secret_arns },
      { actions = ["kms:Decrypt"], resources = [var.key_arn] },
    ]
    cert-manager = [
      { actions = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"], resources = [var.zone_arn] },
      { actions = ["route53:GetChange"], resources = ["arn:aws:route53:::change/*"] },
      { actions = ["route53:ListHostedZonesByName"], resources = ["*"] },
    ]
    loki = [
      { actions = ["s3:ListBucket"], resources = [var.log_bucket_arn] },
      { actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], resources = ["${var.log_bucket_arn}/*"] },
      { actions = ["kms:Decrypt", "kms:GenerateDataKey"], resources = [var.key_arn] },
    ]
  }
  namespaces = { external-secrets = "external-secrets", cert-manager = "cert-manager", loki = "observability" }
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]
    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [var.account]
    }
  }
}

resource "aws_iam_role" "this" {
  for_each           = local.statements
  name               = "${var.name}-${each.key}"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

data "aws_iam_policy_document" "this" {
  # checkov:skip=CKV_AWS_356:Zones can be asked for by name only among all of them.
  for_each = local.statements
  dynamic "statement" {
    for_each = each.value
    content {
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
}

resource "aws_iam_role_policy" "this" {
  for_each = local.statements
  name     = each.key
  role     = aws_iam_role.this[each.key].id
  policy   = data.aws_iam_policy_document.this[each.key].json
}

resource "aws_eks_pod_identity_association" "this" {
  for_each        = local.statements
  cluster_name    = var.cluster
  namespace       = local.namespaces[each.key]
  service_account = each.key
  role_arn        = aws_iam_role.this[each.key].arn
}
