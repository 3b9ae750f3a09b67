// A provider that knows its schema and can do nothing else. Terraform validates what is written against it, and fills in
// what a cloud would answer by itself where a test says mock_provider. The schema is in a file beside the executable.
package main

import (
	"context"
	"encoding/json"
	"log"
	"os"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

type attribute struct {
	Type                                    json.RawMessage
	Required, Optional, Computed, WriteOnly bool
}

type nested struct {
	Nesting  tfprotov6.SchemaNestedBlockNestingMode
	Min, Max int64
	Block    block
}

type block struct {
	Attributes map[string]attribute
	Blocks     map[string]nested
}

type file struct {
	Name, Address          string
	Provider               block
	Resources, DataSources map[string]block
}

func (b block) schema() *tfprotov6.SchemaBlock {
	made := &tfprotov6.SchemaBlock{}
	for name, a := range b.Attributes {
		kind, err := tftypes.ParseJSONType(a.Type) //nolint:staticcheck // the form that Terraform itself prints
		if err != nil {
			log.Fatalf("The type of %s cannot be read: %v", name, err)
		}
		made.Attributes = append(made.Attributes, &tfprotov6.SchemaAttribute{
			Name: name, Type: kind, Required: a.Required, Optional: a.Optional, Computed: a.Computed, WriteOnly: a.WriteOnly,
		})
	}
	for name, n := range b.Blocks {
		made.BlockTypes = append(made.BlockTypes, &tfprotov6.SchemaNestedBlock{
			TypeName: name, Nesting: n.Nesting, MinItems: n.Min, MaxItems: n.Max, Block: n.Block.schema(),
		})
	}
	return made
}

func schemas(blocks map[string]block) map[string]*tfprotov6.Schema {
	made := map[string]*tfprotov6.Schema{}
	for name, b := range blocks {
		made[name] = &tfprotov6.Schema{Block: b.schema()}
	}
	return made
}

// server answers what validation asks; whatever else is asked ends in the nil interface, and so in an error.
type server struct {
	tfprotov6.ProviderServer
	file file
}

func (s server) GetMetadata(context.Context, *tfprotov6.GetMetadataRequest) (*tfprotov6.GetMetadataResponse, error) {
	answer := &tfprotov6.GetMetadataResponse{}
	for name := range s.file.Resources {
		answer.Resources = append(answer.Resources, tfprotov6.ResourceMetadata{TypeName: name})
	}
	for name := range s.file.DataSources {
		answer.DataSources = append(answer.DataSources, tfprotov6.DataSourceMetadata{TypeName: name})
	}
	return answer, nil
}

func (s server) GetProviderSchema(
	context.Context, *tfprotov6.GetProviderSchemaRequest,
) (*tfprotov6.GetProviderSchemaResponse, error) {
	return &tfprotov6.GetProviderSchemaResponse{
		Provider:          &tfprotov6.Schema{Block: s.file.Provider.schema()},
		ResourceSchemas:   schemas(s.file.Resources),
		DataSourceSchemas: schemas(s.file.DataSources),
	}, nil
}

func (s server) ValidateProviderConfig(
	_ context.Context, request *tfprotov6.ValidateProviderConfigRequest,
) (*tfprotov6.ValidateProviderConfigResponse, error) {
	return &tfprotov6.ValidateProviderConfigResponse{PreparedConfig: request.Config}, nil
}

func (s server) ValidateResourceConfig(
	context.Context, *tfprotov6.ValidateResourceConfigRequest,
) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return &tfprotov6.ValidateResourceConfigResponse{}, nil
}

func (s server) ValidateDataResourceConfig(
	context.Context, *tfprotov6.ValidateDataResourceConfigRequest,
) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	return &tfprotov6.ValidateDataResourceConfigResponse{}, nil
}

func (s server) ConfigureProvider(
	context.Context, *tfprotov6.ConfigureProviderRequest,
) (*tfprotov6.ConfigureProviderResponse, error) {
	return &tfprotov6.ConfigureProviderResponse{Diagnostics: []*tfprotov6.Diagnostic{{
		Severity: tfprotov6.DiagnosticSeverityError,
		Summary:  "This provider only knows its schema",
		Detail:   "Tests must say mock_provider, and environments are made with the provider that its makers release.",
	}}}, nil
}

func (s server) StopProvider(
	context.Context, *tfprotov6.StopProviderRequest,
) (*tfprotov6.StopProviderResponse, error) {
	return &tfprotov6.StopProviderResponse{}, nil
}

func main() {
	executable, err := os.Executable()
	if err != nil {
		log.Fatal(err)
	}
	content, err := os.ReadFile(executable + ".json")
	if err != nil {
		log.Fatalf("The schema is not beside the provider: %v", err)
	}
	var schema file
	if err := json.Unmarshal(content, &schema); err != nil {
		log.Fatalf("The schema cannot be read: %v", err)
	}
	if err := tf6server.Serve(schema.Address, func() tfprotov6.ProviderServer { return server{file: schema} }); err != nil {
		log.Fatal(err)
	}
}
