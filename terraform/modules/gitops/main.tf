# The only two things that Terraform puts into Kubernetes: Argo CD, and the application from which all else follows.
terraform {
  required_version = "~> 1.11"
  required_providers {
    helm = {
      source  = "hashicorp/helm"
      version = "~> 3.1"
    }
  }
}

locals {
  bootstrap = "${path.module}/../../../gitops/bootstrap"
}

resource "helm_release" "argocd" {
  name             = "argocd"
  namespace        = "argocd"
  create_namespace = true
  repository       = "https://argoproj.github.io/argo-helm"
  chart            = "argo-cd"
  version          = "9.1.0"
  values           = [file("${local.bootstrap}/argo-cd.yaml"), file("${local.bootstrap}/${var.cluster}.yaml")]
  timeout          = 900
  wait             = true
}

# A chart of one file, because Helm needs a chart to apply one.
resource "helm_release" "root" {
  name       = "root"
  namespace  = "argocd"
  chart      = "${path.module}/root"
  values     = [yamlencode({ root = file("${local.bootstrap}/root.yaml") })]
  depends_on = [helm_release.argocd]
}
