#include "app/charts/plot_style.h"

#include <qcustomplot.h>

namespace roundtrip {

void stylePlot(QCustomPlot& plot, const Style& style) {
    const Theme& theme = style.theme();
    plot.setBackground(theme.surface);
    for (QCPAxis* axis : {plot.xAxis, plot.yAxis}) {
        axis->setTickLabelFont(style.font(11.5));
        axis->setLabelFont(style.font(11.5));
        axis->setTickLabelColor(theme.muted);
        axis->setLabelColor(theme.muted);
        axis->setBasePen(QPen(theme.border));
        axis->setTickPen(QPen(theme.border));
        axis->setSubTickPen(Qt::NoPen);
        axis->grid()->setPen(QPen(theme.border, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
    }
    plot.xAxis->grid()->setVisible(false);
    plot.setMinimumHeight(style.px(120));
}

} // namespace roundtrip
