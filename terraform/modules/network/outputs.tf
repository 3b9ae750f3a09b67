output "vpc_id" {
  description = "Id of the VPC."
  value       = aws_vpc.this.id
}

output "node_subnets" {
  description = "Ids of the subnets for nodes."
  value       = [for zone in var.zones : aws_subnet.nodes[zone].id]
}

output "data_subnets" {
  description = "Ids of the subnets for PostgreSQL and Kafka."
  value       = [for zone in var.zones : aws_subnet.data[zone].id]
}

output "data_cidrs" {
  description = "Address ranges of PostgreSQL and Kafka, for the network policies of the cluster."
  value       = [for zone in var.zones : local.data[zone]]
}
