variable "name" {
  type        = string
  description = "Beginning of the roles' names."
}

variable "account" {
  type        = string
  description = "Number of the account."
}

variable "cluster" {
  type        = string
  description = "Name of the EKS cluster."
}

variable "secret_arns" {
  type        = list(string)
  description = "ARNs of the secrets that the cluster may read; a pattern per environment."
  validation {
    condition     = length(var.secret_arns) > 0 && alltrue([for arn in var.secret_arns : can(regex(":secret:[a-z]+/[a-z0-9]+/\\*$", arn))])
    error_message = "The cluster reads the secrets of its environments, as in arn:aws:secretsmanager:eu-central-1:123456789012:secret:allinone/prod/*."
  }
}

variable "zone_arn" {
  type        = string
  description = "ARN of the zone in which cert-manager proves whose the domain is."
}

variable "log_bucket_arn" {
  type        = string
  description = "ARN of Loki's bucket."
}

variable "key_arn" {
  type        = string
  description = "ARN of the KMS key of secrets and bucket."
}
