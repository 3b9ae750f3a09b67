variable "name" {
  type        = string
  description = "Name of the cluster."
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,24}$", var.name))
    error_message = "The cluster's name has 2 to 25 lower-case letters, digits and hyphens and begins with a letter."
  }
}

variable "kubernetes_version" {
  type        = string
  description = "Minor version of Kubernetes; one step at a time is possible, and never back."
  validation {
    condition     = can(regex("^1\\.(3[1-9]|[4-9][0-9])$", var.kubernetes_version))
    error_message = "Kubernetes is named by its minor version from 1.31 on, as in 1.34: the charts need that."
  }
}

variable "subnets" {
  type        = list(string)
  description = "Subnets of the nodes, one a zone."
  validation {
    condition     = length(var.subnets) == 3
    error_message = "The cluster has three subnets for nodes, one a zone."
  }
}

variable "key_arn" {
  type        = string
  description = "ARN of the KMS key that encrypts Kubernetes' secrets and the control plane's log."
}

variable "operator_cidrs" {
  type        = list(string)
  description = "Addresses from which the API server is reached over the internet."
  validation {
    condition     = length(var.operator_cidrs) > 0 && alltrue([for cidr in var.operator_cidrs : can(cidrhost(cidr, 0))])
    error_message = "Name at least one address range, as in 203.0.113.0/24, from which operators reach the API server."
  }
  validation {
    condition     = alltrue([for cidr in var.operator_cidrs : try(tonumber(split("/", cidr)[1]) >= 16, false)])
    error_message = "No range of operators is wider than /16: the API server is not for the whole internet."
  }
}

variable "admins" {
  type        = set(string)
  description = "ARNs of the IAM roles that may do everything in the cluster; whoever runs Terraform is among them."
  validation {
    condition     = length(var.admins) > 0 && alltrue([for arn in var.admins : can(regex("^arn:aws:iam::[0-9]{12}:role/", arn))])
    error_message = "Name at least one IAM role by its ARN, as in arn:aws:iam::123456789012:role/platform; nobody would get in."
  }
}

variable "viewers" {
  type        = set(string)
  description = "ARNs of the IAM roles that may look, secrets apart."
  default     = []
  validation {
    condition     = alltrue([for arn in var.viewers : can(regex("^arn:aws:iam::[0-9]{12}:role/", arn))])
    error_message = "Viewers are IAM roles, named by ARN, as in arn:aws:iam::123456789012:role/developers."
  }
}

variable "deletion_protection" {
  type        = bool
  description = "Whether AWS refuses to delete the cluster."
}
