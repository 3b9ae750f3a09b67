# Argo CD, the root application, and nothing else.
mock_provider "helm" {}

variables {
  cluster = "dev"
}

run "argo_cd_comes_before_the_root" {
  assert {
    condition     = strcontains(helm_release.root.values[0], "kind: ApplicationSet")
    error_message = "The root is not what gitops/bootstrap/root.yaml says."
  }
  assert {
    condition     = strcontains(join("", helm_release.argocd.values), "allinone.dev/cluster: dev")
    error_message = "Argo CD is not told which cluster it is in."
  }
}

run "refuses_a_cluster_that_gitops_does_not_know" {
  command = plan
  variables {
    cluster = "staging"
  }
  expect_failures = [var.cluster]
}
