variable "prefix" {
  type        = string
  description = "What stands before each service's name in its repository's."
  default     = "allinone"
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,30}$", var.prefix))
    error_message = "The prefix has 2 to 31 lower-case letters, digits and hyphens and begins with a letter."
  }
}

variable "services" {
  type        = set(string)
  description = "The services that have images."
  validation {
    condition     = length(var.services) > 0 && alltrue([for name in var.services : can(regex("^[a-z][a-z0-9-]*$", name))])
    error_message = "There is at least one service, and names have lower-case letters, digits and hyphens only."
  }
}

variable "key_arn" {
  type        = string
  description = "ARN of the KMS key that encrypts the images."
}

variable "kept" {
  type        = number
  description = "How many tagged images of each service are kept. What prod runs must be among them."
  default     = 300
  validation {
    condition     = var.kept >= 50
    error_message = "Keep at least 50 images of each service, or one that runs may be gone when it is pulled again."
  }
}
