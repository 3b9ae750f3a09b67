variable "name" {
  type        = string
  description = "Name of the VPC, and the beginning of its parts' names."
  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,24}$", var.name))
    error_message = "The network's name has 2 to 25 lower-case letters, digits and hyphens and begins with a letter."
  }
}

variable "cidr" {
  type        = string
  description = "Address range of the VPC: a private /16."
  validation {
    condition     = can(cidrhost(var.cidr, 0)) && can(regex("^[0-9.]+/16$", var.cidr))
    error_message = "The network's range must be written as a /16, as in 10.20.0.0/16: its subnets take a quarter of it."
  }
  validation {
    condition     = can(regex("^(10\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|192\\.168\\.)", var.cidr))
    error_message = "The network's range must be private: within 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16."
  }
  validation {
    condition     = try(cidrhost(var.cidr, 0) == split("/", var.cidr)[0], false)
    error_message = "The network's range must begin at its first address, as 10.20.0.0/16 does."
  }
}

variable "region" {
  type        = string
  description = "The region of the zones."
}

variable "zones" {
  type        = list(string)
  description = "The three availability zones, in an order that never changes: subnets follow it."
  validation {
    condition     = length(var.zones) == 3 && length(distinct(var.zones)) == 3
    error_message = "Name three different availability zones; MSK Express and the loss of one zone need them."
  }
  validation {
    condition     = alltrue([for zone in var.zones : startswith(zone, var.region) && zone != var.region])
    error_message = "Every zone must be of the region, as eu-central-1a is of eu-central-1."
  }
}

variable "gateway_per_zone" {
  type        = bool
  description = "Whether each zone has a NAT gateway of its own. One for all costs a third, and its zone takes the others' way out with it."
}
