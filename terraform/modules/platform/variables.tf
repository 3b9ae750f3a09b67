variable "name" {
  type        = string
  description = "The cluster: dev or prod."
  validation {
    condition     = contains(["dev", "prod"], var.name)
    error_message = "A cluster is dev or prod; gitops/clusters has a directory for each."
  }
}

variable "account" {
  type        = string
  description = "Number of the AWS account."
  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "An AWS account's number has twelve digits."
  }
}

variable "region" {
  type        = string
  description = "The region; its zones a, b and c are used."
  validation {
    condition     = can(regex("^[a-z]{2}-[a-z]+-[0-9]$", var.region))
    error_message = "A region is named like eu-central-1."
  }
}

variable "cidr" {
  type        = string
  description = "Address range of the VPC: a private /16."
}

variable "gateway_per_zone" {
  type        = bool
  description = "Whether each zone has a NAT gateway of its own."
}

variable "kubernetes_version" {
  type        = string
  description = "Minor version of Kubernetes."
}

variable "operator_cidrs" {
  type        = list(string)
  description = "Addresses from which the API server is reached over the internet."
}

variable "admins" {
  type        = set(string)
  description = "ARNs of the IAM roles that may do everything in the cluster."
}

variable "viewers" {
  type        = set(string)
  description = "ARNs of the IAM roles that may look."
  default     = []
}

variable "shops" {
  type = map(object({
    size        = string
    host        = string
    backup_days = number
  }))
  description = "The environments in this cluster, each with its profile, its host name and how many days back it can be restored."
  validation {
    condition     = length(var.shops) > 0
    error_message = "A cluster has at least one environment's shop."
  }
}

variable "zone" {
  type        = string
  description = "Name of the zone that bootstrap has made."
}

variable "doors" {
  type        = map(string)
  description = "Where each host leads, once the cluster has made a load balancer for its Gateway."
}

variable "monthly_dollars" {
  type        = number
  description = "What a month may cost, in US dollars."
}

variable "alarm_emails" {
  type        = list(string)
  description = "Who is told when a month costs more."
}

variable "disposable" {
  type        = bool
  description = "Whether all of it may be destroyed at once. Never true of prod."
}
