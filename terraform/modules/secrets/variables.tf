variable "name" {
  type        = string
  description = "Beginning of the names of the function and its role."
}

variable "prefix" {
  type        = string
  description = "What stands before each secret's name, as charts are told it in `secretPrefix`."
  validation {
    condition     = can(regex("^[a-z][a-z0-9]*/[a-z][a-z0-9]*$", var.prefix))
    error_message = "The prefix of secrets is written like allinone/prod, in lower-case letters and digits."
  }
}

variable "account" {
  type        = string
  description = "Number of the account."
}

variable "services" {
  type        = set(string)
  description = "The services; each gets a database, a login to it and one to Kafka."
  validation {
    condition     = alltrue([for name in var.services : can(regex("^[a-z][a-z0-9]*$", name))])
    error_message = "A service's name becomes a database's: lower-case letters and digits only."
  }
}

variable "database_arn" {
  type        = string
  description = "ARN of the Aurora cluster in which databases and roles are made."
}

variable "master_secret_arn" {
  type        = string
  description = "ARN of the secret with the master's password."
}

variable "kafka_arn" {
  type        = string
  description = "ARN of the Kafka cluster that is told the logins."
}

variable "key_arn" {
  type        = string
  description = "ARN of the KMS key that encrypts the secrets."
}

variable "rotation_days" {
  type        = number
  description = "Days between two rotations. What runs must have been started anew within as many, and a release does that."
  default     = 30
  validation {
    condition     = var.rotation_days >= 7 && var.rotation_days <= 90
    error_message = "Secrets are rotated every 7 to 90 days."
  }
}

variable "disposable" {
  type        = bool
  description = "Whether secrets that are destroyed are gone at once instead of after 30 days."
}
