variable "zone" {
  type        = string
  description = "Name of the zone that bootstrap has made."
}

variable "hosts" {
  type        = list(string)
  description = "Host names that shops answer to, within the zone."
  validation {
    condition     = length(var.hosts) > 0 && alltrue([for host in var.hosts : host == var.zone || endswith(host, ".${var.zone}")])
    error_message = "Every host must be the zone itself or below it."
  }
}

variable "doors" {
  type        = map(string)
  description = "Where each host leads: the host name of the load balancer that the cluster made for the Gateway. Empty before it has."
  default     = {}
  validation {
    condition     = alltrue([for host, door in var.doors : contains(var.hosts, host) && can(regex("\\.elb\\.[a-z0-9-]+\\.amazonaws\\.com$", door))])
    error_message = "A door is given for one of the hosts, and is a load balancer's name, as in k8s-edge-0123.elb.eu-central-1.amazonaws.com."
  }
}
