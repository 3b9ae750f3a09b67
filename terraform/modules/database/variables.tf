variable "name" {
  type        = string
  description = "Name of the Aurora cluster."
  validation {
    condition     = can(regex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", var.name)) && length(var.name) <= 40
    error_message = "The database's name has at most 40 lower-case letters, digits and single hyphens and begins with a letter."
  }
}

variable "profile" {
  type = object({
    instanceClass  = string
    instances      = number
    acuMin         = optional(number)
    acuMax         = optional(number)
    maxConnections = number
  })
  description = "The database's part of a profile of sizes.json."
  validation {
    condition = (
      var.profile.instanceClass != "db.serverless" ||
      try(var.profile.acuMin >= 0.5 && var.profile.acuMin <= var.profile.acuMax && var.profile.acuMax <= 256, false)
    )
    error_message = "With db.serverless, acuMin is at least 0.5 and at most acuMax, which is at most 256."
  }
  validation {
    condition     = var.profile.instances >= 1 && var.profile.instances <= 15
    error_message = "Aurora has 1 to 15 instances."
  }
}

variable "engine_version" {
  type        = string
  description = "Version of Aurora PostgreSQL. Roles have transaction_timeout, which PostgreSQL knows since 17."
  default     = "17.6"
  validation {
    condition     = can(regex("^17\\.[0-9]+$", var.engine_version))
    error_message = "Aurora PostgreSQL is 17, as in 17.6; a later major version is a migration of its own."
  }
}

variable "vpc_id" {
  type        = string
  description = "Id of the VPC."
}

variable "subnets" {
  type        = list(string)
  description = "Subnets of the instances, one a zone."
}

variable "client_security_group" {
  type        = string
  description = "The security group whose members may connect."
}

variable "key_arn" {
  type        = string
  description = "ARN of the KMS key that encrypts data, backups and the master's password."
}

variable "backup_days" {
  type        = number
  description = "How many days back every second can be restored."
  validation {
    condition     = var.backup_days >= 7 && var.backup_days <= 35
    error_message = "Backups reach back 7 to 35 days: less is lost over a holiday, more Aurora does not keep."
  }
}

variable "disposable" {
  type        = bool
  description = "Whether the database may be destroyed, without a last snapshot."
}
