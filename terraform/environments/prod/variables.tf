variable "account" {
  type        = string
  description = "Number of the AWS account. Another account is refused."
}

variable "region" {
  type        = string
  description = "The region."
  default     = "eu-central-1"
}

variable "zone" {
  type        = string
  description = "The domain whose zone bootstrap has made, as in shop.example.com."
}

variable "doors" {
  type        = map(string)
  description = "Where each host leads: the load balancer that the cluster has made. Empty at first; see ../../README.md."
  default     = {}
}

variable "operator_cidrs" {
  type        = list(string)
  description = "Addresses from which the API server is reached over the internet."
}

variable "admins" {
  type        = set(string)
  description = "ARNs of the IAM roles that may do everything in the cluster; whoever runs Terraform is among them."
}

variable "viewers" {
  type        = set(string)
  description = "ARNs of the IAM roles that may look."
  default     = []
}

variable "monthly_dollars" {
  type        = number
  description = "What a month may cost, in US dollars."
}

variable "alarm_emails" {
  type        = list(string)
  description = "Who is told when a month costs more."
}
