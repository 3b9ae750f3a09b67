variable "name" {
  type        = string
  description = "Name of the bucket, which no other bucket of any account may have."
  validation {
    condition     = can(regex("^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$", var.name))
    error_message = "A bucket's name has 3 to 63 lower-case letters, digits and hyphens, with no hyphen at its ends."
  }
}

variable "key_arn" {
  type        = string
  description = "ARN of the KMS key that encrypts what is in it."
}

variable "old_versions_days" {
  type        = number
  description = "How long a version that was replaced or deleted is kept, in days."
  default     = 30
  validation {
    condition     = var.old_versions_days >= 1 && var.old_versions_days <= 365
    error_message = "Old versions are kept for 1 to 365 days."
  }
}

variable "disposable" {
  type        = bool
  description = "Whether the bucket may be destroyed while something is in it."
  default     = false
}
