variable "cluster" {
  type        = string
  description = "Which cluster this is: gitops/bootstrap has values of that name."
  validation {
    condition     = contains(["dev", "prod"], var.cluster)
    error_message = "A cluster is dev or prod; gitops/bootstrap has values for each."
  }
}

variable "chart_version" {
  type        = string
  description = "Version of the chart argo-cd."
  default     = "9.1.0"
  validation {
    condition     = can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+$", var.chart_version))
    error_message = "The chart's version is exact, as in 9.1.0: Argo CD does not move by itself."
  }
}
