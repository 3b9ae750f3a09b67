output "profile" {
  description = "The profile, as it stands in the file."
  value       = local.profile
  precondition {
    condition     = alltrue([for topic in local.topics : topic.partitions == local.profile.kafka.partitions])
    error_message = "The profile says ${local.profile.kafka.partitions} partitions, and topics.yaml says otherwise. Partitions never change in place; make the files agree."
  }
  precondition {
    condition     = alltrue([for name in ["order", "inventory", "payment"] : local.profile.services[name].most <= local.profile.kafka.partitions])
    error_message = "A service that consumes cannot have more replicas at work than its topics have partitions."
  }
  precondition {
    condition = (
      local.profile.database.maxConnections >=
      12 * sum([for service in values(local.profile.services) : service.most]) + 60
    )
    error_message = "Replicas at their most need more connections than database.maxConnections of the profile allows."
  }
}

output "services" {
  description = "Names of the services."
  value       = toset(keys(local.profile.services))
}

output "topics" {
  description = "The topics, from the file that the local broker's are made from: partitions, and how long records are kept."
  value = { for topic in local.topics : topic.name => {
    partitions   = topic.partitions
    retention_ms = tonumber(regex("^P([0-9]+)D$", topic.retention)[0]) * 86400000
  } }
}
