#pragma once

#include <string_view>

#include <pugixml.hpp>

namespace isostain {

/// The name of an element without its prefix: "ome:Image" is "Image".
inline std::string_view localName(const pugi::xml_node& node)
{
    const std::string_view name = node.name();
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// The first child of that local name; an empty node where there is none.
inline pugi::xml_node childNamed(const pugi::xml_node& parent, std::string_view name)
{
    return parent.find_child([name](const pugi::xml_node& node) { return localName(node) == name; });
}

}
