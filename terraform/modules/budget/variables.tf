variable "name" {
  type        = string
  description = "The environment whose cost counts, by its tag."
}

variable "monthly_dollars" {
  type        = number
  description = "What a month may cost, in US dollars."
  validation {
    condition     = var.monthly_dollars >= 100 && var.monthly_dollars == floor(var.monthly_dollars)
    error_message = "The monthly budget is a whole number of dollars, at least 100: less than that no profile costs."
  }
}

variable "emails" {
  type        = list(string)
  description = "Who is told."
  validation {
    condition     = length(var.emails) > 0 && alltrue([for email in var.emails : can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", email))])
    error_message = "Name at least one e-mail address to which the alarm goes."
  }
}
