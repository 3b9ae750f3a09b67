variable "name" {
  type        = string
  description = "Name of the Kafka cluster."
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,39}$", var.name))
    error_message = "The Kafka cluster's name has 2 to 40 lower-case letters, digits and hyphens and begins with a letter."
  }
}

variable "profile" {
  type = object({
    instanceType = string
    brokers      = number
  })
  description = "Kafka's part of a profile of sizes.json."
  validation {
    condition     = startswith(var.profile.instanceType, "express.")
    error_message = "The brokers are Express, as in express.m7g.large: they bring their storage, and three copies."
  }
  validation {
    condition     = var.profile.brokers >= 3 && var.profile.brokers % 3 == 0
    error_message = "The number of brokers is a multiple of the three zones."
  }
}

variable "kafka_version" {
  type        = string
  description = "Version of Kafka that Express offers."
  default     = "3.9.x"
  validation {
    condition     = can(regex("^[34]\\.[0-9]+\\.(x|[0-9]+)$", var.kafka_version))
    error_message = "Kafka's version is written as MSK writes it, as in 3.9.x."
  }
}

variable "vpc_id" {
  type        = string
  description = "Id of the VPC."
}

variable "subnets" {
  type        = list(string)
  description = "Subnets of the brokers, one a zone."
  validation {
    condition     = length(var.subnets) == 3
    error_message = "Express brokers stand in three subnets, one a zone."
  }
}

variable "client_security_group" {
  type        = string
  description = "The security group whose members may connect."
}

variable "key_arn" {
  type        = string
  description = "ARN of the KMS key that encrypts what the brokers keep."
}
