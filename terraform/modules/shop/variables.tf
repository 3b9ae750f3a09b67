variable "name" {
  type        = string
  description = "The environment: dev, staging or prod."
  validation {
    condition     = contains(["dev", "staging", "prod"], var.name)
    error_message = "An environment is dev, staging or prod; gitops/environments has a directory for each."
  }
}

variable "size" {
  type        = string
  description = "The profile: S, M or L."
}

variable "account" {
  type        = string
  description = "Number of the account."
}

variable "vpc_id" {
  type        = string
  description = "Id of the VPC."
}

variable "subnets" {
  type        = list(string)
  description = "Subnets for what holds data, one a zone."
}

variable "client_security_group" {
  type        = string
  description = "The security group of nodes and pods."
}

variable "key_arn" {
  type        = string
  description = "ARN of the KMS key that encrypts all of it."
}

variable "backup_days" {
  type        = number
  description = "How many days back every second of the databases can be restored."
}

variable "disposable" {
  type        = bool
  description = "Whether all of it may be destroyed at once, without a last snapshot. Never true of prod."
  validation {
    condition     = !(var.disposable && var.name == "prod")
    error_message = "prod is never disposable; the teardown says how protection is taken away."
  }
}
