#pragma once

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "compare/FrameComposition.h"
#include "compare/GlTableTextures.h"
#include "compare/GlTileTextures.h"

namespace isostain {

/// Draws frames with OpenGL 3.3 core. All functions, the destructor too, need the context it was made in to be current.
///
/// A frame has up to three steps: the visible region of each slide is composed from tiles into a texture, one texel per
/// level pixel; where the picture is not shown at a whole magnification, that texture is mapped through each table; then
/// each pane is drawn from it. What a step made is kept as long as its input stays the same.
class GlRenderer {
public:
    /// Null, with a message in the log, if the driver does not take the shaders.
    static std::unique_ptr<GlRenderer> create(Gl& gl);
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    struct Outcome {
        FrameOutcome frame;
        bool isOutOfMemory = false;
    };
    Outcome draw(Frame frame, TileCache& cache, GLuint framebuffer);
    bool isTableReady(const ColorTable& table) const { return m_tables.isReady(table.id()); }

private:
    using Program = std::unique_ptr<QOpenGLShaderProgram>;
    struct Programs {
        Program tile;
        Program standIn;
        Program markedStandIn;
        Program map;
        Program copy;
        Program copyMapped;
        Program averageNarrow;
        Program averageMiddle;
        Program averageWide;
        Program placed;
        Program hatch;
        Program hatchPlaced;
        Program decoration;
    };
    struct Layer {
        explicit Layer(Gl& gl) : composed(gl) {}
        FrameGeometry view;                       ///< empty: not on the screen
        GlTarget composed;
        std::optional<Composition> composition;   ///< what it shows
        std::uint64_t number = 0;                 ///< of the composition
    };
    struct Mapped {
        explicit Mapped(Gl& gl) : target(gl) {}
        GlTarget target;
        std::uint64_t number = 0;   ///< of the composition it was made from
        QRect area;                 ///< texels
    };
    using MappedKey = std::pair<int, std::uint64_t>;   ///< layer and table id
    struct ImageTexture {
        qint64 key = 0;
        GlTexture texture;
    };

    explicit GlRenderer(Gl& gl);
    bool build();
    void setState();
    bool uploadTiles(const Frame& frame, TileCache& cache);
    void planWithTextures(Frame& frame, TileCache& cache) const;
    void compose(const Frame& frame, int layer);
    void drawTile(const ComposedTile& tile, const PixelRect& region);
    void drawScaledTile(const ComposedTile& tile, const PixelRect& region);
    void mapTables(const Frame& frame);
    void clearCanvas(const Frame& frame);
    void clearRect(const QRect& rect, QRgb color, const Frame& frame);
    void drawPane(const FramePane& pane, const Frame& frame);
    void drawPlacedPane(const FramePane& pane, const Frame& frame);
    QOpenGLShaderProgram& useCopy(const FramePane& pane);
    QOpenGLShaderProgram& useAverage(const FramePane& pane);
    void drawMissing(const FramePane& pane, const Frame& frame);
    void drawMissingPlaced(const FramePane& pane, const Frame& frame);
    void setHatch(QOpenGLShaderProgram& program, const Frame& frame);
    void setCorner(QOpenGLShaderProgram& program, const FramePane& pane, const Frame& frame);
    const GlTarget& texelsOf(const FramePane& pane) const;
    const Layer& layerOf(const FramePane& pane) const { return *m_layers[std::size_t(pane.layer)]; }
    void drawDecorations(const Frame& frame);
    GLuint textureOf(const QImage& image);
    void bindTable(const ColorTable& table);
    void setViewport(const QRect& rect, const Frame& frame);
    void drawQuad();

    Gl& m_gl;
    GLuint m_vertexArray = 0;
    Programs m_programs;
    GlTileTextures m_tiles;
    GlTableTextures m_tables;
    std::vector<std::unique_ptr<Layer>> m_layers;
    std::map<MappedKey, Mapped> m_mapped;
    std::uint64_t m_lastNumber = 0;
    std::vector<ImageTexture> m_images;
};

}
