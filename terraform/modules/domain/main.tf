# A certificate for what terminates TLS before the cluster, and, once the door has a load balancer, the name that leads there.
data "aws_route53_zone" "this" {
  name = var.zone
}

resource "aws_acm_certificate" "this" {
  domain_name       = var.hosts[0]
  validation_method = "DNS"
  # What is only in the list is a further name of the same certificate.
  subject_alternative_names = slice(var.hosts, 1, length(var.hosts))
  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_route53_record" "proof" {
  for_each = toset(var.hosts)
  zone_id  = data.aws_route53_zone.this.zone_id
  name     = one([for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_name if option.domain_name == each.key])
  type     = "CNAME"
  records  = [for option in aws_acm_certificate.this.domain_validation_options : option.resource_record_value if option.domain_name == each.key]
  ttl      = 300
}

data "aws_lb_hosted_zone_id" "network" {
  load_balancer_type = "network"
}

resource "aws_route53_record" "door" {
  # checkov:skip=CKV2_AWS_23:The load balancer is the cluster's: its controller makes it, outside this state.
  for_each = var.doors
  zone_id  = data.aws_route53_zone.this.zone_id
  name     = each.key
  type     = "A"
  alias {
    name                   = each.value
    zone_id                = data.aws_lb_hosted_zone_id.network.id
    evaluate_target_health = true
  }
}
