variable "account" {
  type        = string
  description = "Number of the AWS account. Another account is refused."
  validation {
    condition     = can(regex("^[0-9]{12}$", var.account))
    error_message = "An AWS account's number has twelve digits."
  }
}

variable "region" {
  type        = string
  description = "The region of the state and the images."
  default     = "eu-central-1"
  validation {
    condition     = can(regex("^[a-z]{2}-[a-z]+-[0-9]$", var.region))
    error_message = "A region is named like eu-central-1."
  }
}

variable "domain" {
  type        = string
  description = "The domain whose zone is made here, as in shop.example.com. Its name servers are then told to the parent zone."
  validation {
    condition     = can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", var.domain))
    error_message = "A domain is written like shop.example.com, in lower case and without a dot at its end."
  }
}

variable "repository" {
  type        = string
  description = "The GitHub repository whose pipelines may push images, as owner/name."
  validation {
    condition     = can(regex("^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$", var.repository))
    error_message = "A repository is written as owner/name, without * or a host."
  }
}
