package piper

import "encoding/binary"

// tuneEnv makes onnxruntime 1.14 read its session options from the model's own metadata.
const tuneEnv = "ORT_LOAD_CONFIG_FROM_MODEL=1"

// tuneConfig asks for one thread and none of the graph rewriting that doubles the engine's start. Without the
// variable above, or in an engine that does not know it, the entry is inert.
const tuneConfig = `{"session_options":{"intra_op_num_threads":1,"inter_op_num_threads":1,` +
	`"execution_mode":0,"graph_optimization_level":0}}`

// tuneTail returns the bytes that, appended to an ONNX model, add the session options to its metadata: one more
// metadata_props entry (ModelProto field 14, a StringStringEntryProto of fields 1 and 2). Messages of a protobuf may
// be concatenated, and a repeated field then grows.
// Source: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto,
// https://protobuf.dev/programming-guides/encoding/#last-one-wins
func tuneTail() []byte {
	entry := appendField(nil, 1, []byte("ort_config"))
	entry = appendField(entry, 2, []byte(tuneConfig))
	return appendField(nil, 14, entry)
}

// appendField appends a length-delimited protobuf field.
func appendField(dst []byte, number uint64, value []byte) []byte {
	const lengthDelimited = 2
	dst = binary.AppendUvarint(dst, number<<3|lengthDelimited)
	dst = binary.AppendUvarint(dst, uint64(len(value)))
	return append(dst, value...)
}
