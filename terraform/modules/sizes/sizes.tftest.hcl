# The profiles hold what they promise, and the topics are those of the contracts.
run "small" {
  command = plan
  variables {
    size = "S"
  }
  assert {
    condition     = output.services == toset(["order", "inventory", "payment", "catalog", "identity"])
    error_message = "The five services are not these."
  }
  assert {
    condition     = output.topics["order.events"] == { partitions = 6, retention_ms = 604800000 }
    error_message = "order.events is not what topics.yaml says."
  }
}

run "medium" {
  command = plan
  variables {
    size = "M"
  }
  assert {
    condition     = output.profile.database.instances >= 2
    error_message = "From M on, an instance must stand by for the writer."
  }
}

run "large" {
  command = plan
  variables {
    size = "L"
  }
  assert {
    condition     = output.profile.database.instances == 3
    error_message = "L has an instance in each zone."
  }
}

run "refuses_another_size" {
  command = plan
  variables {
    size = "XL"
  }
  expect_failures = [var.size]
}
