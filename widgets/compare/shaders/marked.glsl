// The source where it stands in for another slide: grayed and darkened, as RasterCompose's markedColor().
vec4 shown(vec4 source)
{
    float gray = dot(source.rgb, vec3(77.0, 150.0, 29.0) / 256.0);
    return vec4((3.0 * gray + source.rgb) * (208.0 / 1024.0), 1.0);
}
