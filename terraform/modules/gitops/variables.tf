variable "cluster" {
  type        = string
  description = "Which cluster this is: gitops/bootstrap has values of that name."
  validation {
    condition     = contains(["dev", "prod"], var.cluster)
    error_message = "A cluster is dev or prod; gitops/bootstrap has values for each."
  }
}
