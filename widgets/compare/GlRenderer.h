#pragma once

#include <map>
#include <optional>

#include "compare/Frame.h"
#include "compare/FrameGeometry.h"
#include "compare/GlTableTextures.h"
#include "compare/GlTileTextures.h"

namespace isostain {

/// Draws frames with OpenGL 3.3 core. All functions, the destructor too, need the context it was made in to be current.
///
/// A frame has up to three steps: the visible region of the level is composed from tiles into a texture, one texel per
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
    Outcome draw(const Frame& frame, TileCache& cache, GLuint framebuffer);
    bool isTableReady(const ColorTable& table) const { return m_tables.isReady(table.id()); }

private:
    using Program = std::unique_ptr<QOpenGLShaderProgram>;
    struct Programs {
        Program tile;
        Program standIn;
        Program map;
        Program copy;
        Program copyMapped;
        Program averageNarrow;
        Program averageMiddle;
        Program averageWide;
        Program hatch;
        Program decoration;
    };
    /// What the composed texture shows.
    struct Composition {
        std::uint64_t slideId = 0;
        int level = 0;
        PixelRect region;
        std::vector<TileKey> tiles;

        bool operator==(const Composition&) const = default;
    };
    struct Mapped {
        explicit Mapped(Gl& gl) : target(gl) {}
        GlTarget target;
        std::uint64_t composition = 0;   ///< number of the composition it was made from
    };
    struct ImageTexture {
        qint64 key = 0;
        GlTexture texture;
    };

    explicit GlRenderer(Gl& gl);
    bool build();
    void setState();
    FramePlan planWithTextures(const Frame& frame, TileCache& cache) const;
    void compose(const Frame& frame, const FramePlan& plan, const FrameGeometry& view);
    void drawTile(const PixelRect& tile, const FrameGeometry& view);
    void drawStandIn(const PixelRect& tile, const PixelRect& area, const FrameGeometry& view);
    void mapTables(const Frame& frame, const FrameGeometry& view);
    void clearCanvas(const Frame& frame);
    void clearRect(const QRect& rect, QRgb color, const Frame& frame);
    void drawPane(const FramePane& pane, const Frame& frame, const FrameGeometry& view);
    QOpenGLShaderProgram& useCopy(const FramePane& pane, const FrameGeometry& view);
    QOpenGLShaderProgram& useAverage(const FramePane& pane, const FrameGeometry& view);
    void drawMissing(const FramePane& pane, const Frame& frame, const FramePlan& plan, const FrameGeometry& view);
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
    GlTarget m_composed;
    std::optional<Composition> m_composition;
    std::uint64_t m_compositionNumber = 0;
    std::map<std::uint64_t, Mapped> m_mapped;   ///< by table id
    std::vector<ImageTexture> m_images;
};

}
