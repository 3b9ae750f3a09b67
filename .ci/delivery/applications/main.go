// Makes the Applications of ApplicationSets as Argo CD's controller does: each string is a Go template with Sprig's
// functions, a key that is missing is an error. It knows the generators that gitops/ uses, and refuses any other.
//
// Usage: applications <checkout> <cluster> <file of ApplicationSets>...
package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"sigs.k8s.io/yaml"
)

type object = map[string]any

func main() {
	checkout, cluster := os.Args[1], os.Args[2]
	for _, file := range os.Args[3:] {
		text, err := os.ReadFile(file)
		check(err, file)
		for _, document := range strings.Split(string(text), "\n---\n") {
			set := object{}
			check(yaml.Unmarshal([]byte(document), &set), file)
			if set["kind"] == "ApplicationSet" {
				generate(checkout, cluster, file, set)
			}
		}
	}
}

func generate(checkout, cluster, file string, set object) {
	spec := set["spec"].(object)
	name := fmt.Sprintf("%s, %s", file, set["metadata"].(object)["name"])
	if spec["goTemplate"] != true || fmt.Sprint(spec["goTemplateOptions"]) != "[missingkey=error]" {
		fail("%s: goTemplate and missingkey=error belong to every ApplicationSet", name)
	}
	for _, generator := range spec["generators"].([]any) {
		for _, parameters := range parameters(checkout, cluster, name, generator.(object)) {
			application := rendered(spec["template"], parameters, name).(object)
			application["apiVersion"] = "argoproj.io/v1alpha1"
			application["kind"] = "Application"
			application["metadata"].(object)["namespace"] = set["metadata"].(object)["namespace"]
			text, err := yaml.Marshal(application)
			check(err, name)
			fmt.Printf("---\n%s", text)
		}
	}
}

func parameters(checkout, cluster, name string, generator object) []object {
	if _, ours := generator["clusters"]; ours {
		labels := object{"allinone.dev/cluster": cluster}
		return []object{{"name": "in-cluster", "server": "https://kubernetes.default.svc", "metadata": object{"labels": labels}}}
	}
	git, ours := generator["git"].(object)
	if !ours {
		fail("%s has a generator that this check does not know", name)
	}
	var found []object
	for _, files := range git["files"].([]any) {
		paths, err := filepath.Glob(filepath.Join(checkout, files.(object)["path"].(string)))
		check(err, name)
		sort.Strings(paths)
		for _, path := range paths {
			text, err := os.ReadFile(path)
			check(err, path)
			told := object{}
			check(yaml.Unmarshal(text, &told), path)
			told["path"] = object{"path": filepath.Dir(path), "basename": filepath.Base(filepath.Dir(path))}
			found = append(found, told)
		}
	}
	return found
}

func rendered(value any, parameters object, name string) any {
	switch told := value.(type) {
	case string:
		parsed, err := template.New(name).Funcs(sprig.TxtFuncMap()).Option("missingkey=error").Parse(told)
		check(err, name)
		var text bytes.Buffer
		check(parsed.Execute(&text, parameters), name)
		return text.String()
	case object:
		copied := object{}
		for key, inner := range told {
			copied[rendered(key, parameters, name).(string)] = rendered(inner, parameters, name)
		}
		return copied
	case []any:
		copied := make([]any, len(told))
		for index, inner := range told {
			copied[index] = rendered(inner, parameters, name)
		}
		return copied
	default:
		return value
	}
}

func check(err error, where string) {
	if err != nil {
		fail("%s: %v", where, err)
	}
}

func fail(format string, told ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", told...)
	os.Exit(1)
}
