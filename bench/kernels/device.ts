/** The adapter that all sides compute on, and a device with all that it offers. */
export async function requestDevice(): Promise<{ adapter: GPUAdapter; device: GPUDevice }> {
  const gpu = (globalThis.navigator as Navigator | undefined)?.gpu;
  const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Error('There is no GPU adapter here.');
  const { limits, features } = adapter;
  const device = await adapter.requestDevice({
    requiredFeatures: [...features].filter(
      (name) => name === 'timestamp-query',
    ) as GPUFeatureName[],
    requiredLimits: {
      maxBufferSize: limits.maxBufferSize,
      maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
      maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
      maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
      maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
      maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
    },
  });
  return { adapter, device };
}

/** The adapter's name, the same on all sides. */
export function describeAdapter({ info }: GPUAdapter): string {
  const { vendor, architecture, device, description } = info;
  return description || [vendor, architecture, device].filter(Boolean).join(' ') || 'unnamed GPU';
}
